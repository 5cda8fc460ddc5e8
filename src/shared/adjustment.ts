/** How requests to one model differ from what was asked for, because its server refused that. */
export type Adjustment =
  /**
   * The parameter, or option of a part such as `detail`, is not sent; with `value`, it is sent unless it has this one: a
   * text, or the `type` of a value that is an object.
   */
  | { readonly type: 'omitted'; readonly parameter: string; readonly value?: string }
  /** It goes by another name. */
  | { readonly type: 'renamed'; readonly parameter: string; readonly to: string };
