// How documents of each authority are told apart wherever they are spoken of; their order is that of document.ts.
import type { Authority } from "../document.ts";

export interface AuthorityWords {
  /** Heading of what an answer says by such documents. */
  readonly section: string;
  /** In front of a statement that stands under another heading. */
  readonly label: string;
  /** Heading in a list of sources. */
  readonly listed: string;
  /** What a language model is told. */
  readonly prompt: string;
}

export const authorityWords: Readonly<Record<Authority, AuthorityWords>> = {
  legislation: {
    section: "What the law requires",
    label: "Law",
    listed: "Law",
    prompt: "law",
  },
  "statutory-guidance": {
    section: "What statutory guidance expects",
    label: "Guidance",
    listed: "Statutory guidance",
    prompt: "guidance",
  },
  inspection: {
    section: "What inspectors look at",
    label: "Inspection",
    listed: "Inspection",
    prompt: "inspection",
  },
  own: {
    section: "What your own documents say",
    label: "Own document",
    listed: "Your own documents",
    prompt: "own",
  },
  voluntary: {
    section: "What voluntary standards say",
    label: "Voluntary standard",
    listed: "Voluntary standards (binding on nobody)",
    prompt: "voluntary",
  },
  other: {
    section: "Other documents (no authority for what a home must do)",
    label: "No authority",
    listed: "Other documents (not authority for what a home must do)",
    prompt: "other",
  },
  untrusted: {
    section: "Documents that are not trusted",
    label: "Not trusted",
    listed: "Other documents (not authority for what a home must do)",
    prompt: "untrusted",
  },
};
