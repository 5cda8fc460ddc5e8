/** Other values for some of an attachment's options; undefined leaves one to the model again. */
export type OptionChanges<Options> = { readonly [Name in keyof Options]: Options[Name] | undefined };

export function withChanges<Options extends object>(options: Options, changes: OptionChanges<Options>): Options {
  const changed = Object.entries({ ...options, ...changes }).filter(([, value]) => value !== undefined);
  // All options may be absent, and only what is undefined was taken out.
  return Object.fromEntries(changed) as Options;
}
