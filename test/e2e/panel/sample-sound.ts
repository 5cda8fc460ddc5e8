/** What the fake host answers with a second of a tone. */
export const soundSha256 = `50${'e'.repeat(62)}`;
