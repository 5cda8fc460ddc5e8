/** What to say of a key that the secret storage did not keep. */
export const keptForSession =
  'VS Code could not store the key safely on this machine, so it is kept until this window closes.';
