/** A question that is asked often, written well once. */
export interface Recipe {
  /** What is typed after the slash; the same in every language. */
  readonly name: string;
  /** What it does, for the person. */
  readonly title: string;
  /** What the model is asked. The person sees it in the composer and can change it before it is sent. */
  readonly prompt: string;
  readonly needs: RecipeNeed;
}

/** What must be attached, now or earlier in the chat, for the question to make sense. */
export type RecipeNeed = 'anything' | 'picture';
