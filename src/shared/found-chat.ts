/** A chat that holds what is searched for. */
export interface FoundChat {
  readonly id: string;
  /** How closely it is what was searched for; absent where the words are here and there in it. */
  readonly closeness?: Closeness;
  /** Where in it, if the words are not all in its title. */
  readonly place?: FoundPlace;
}

/** All words are in the title, or several stand together somewhere as they were typed. */
export type Closeness = 'title' | 'phrase';

/** A few words around what was found. */
export interface FoundPlace {
  readonly messageId: string;
  /** Name of the attachment that holds it. */
  readonly attachment?: string;
  readonly excerpt: string;
}
