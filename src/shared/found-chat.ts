/** A chat that holds what is searched for. */
export interface FoundChat {
  readonly id: string;
  /** Where in it, if the words are not all in its title. */
  readonly place?: FoundPlace;
}

/** A few words around what was found. */
export interface FoundPlace {
  readonly messageId: string;
  /** Name of the attachment that holds it. */
  readonly attachment?: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}
