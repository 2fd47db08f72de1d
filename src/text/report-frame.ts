// Lines of a report's frame that are written where reports are made and known again where they are checked.

/** Over the documents that a report cites, at its head. */
export const documentsLine = "Documents cited:";
