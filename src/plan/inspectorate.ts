// Takes a question; tells whether it speaks of the inspectorate, so that what the inspectorate itself does may be asked.

const names = /\b(?:ofsted|hmci|inspect(?:ion|or|orate|ed|s|ors|ions)?|graded?|judgements?)\b/i;

export function speaksOfInspectorate(question: string): boolean {
  return names.test(question);
}
