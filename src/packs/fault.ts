// How readers of a pack say what is wrong with it, and where.
import type { YamlPath } from "../settings/read-yaml.ts";

/** @throws CharmError `pack-invalid`, at the line of the path */
export type Fault = (path: YamlPath, message: string, hint: string) => never;
