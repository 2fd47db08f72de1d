// Takes a code and a message; gives the failure of a connection, with a code such as node gives its own.
export function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
