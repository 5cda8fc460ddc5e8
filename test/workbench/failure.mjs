/** A failure that a person can do something about: the message says what. Printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's main function, prints what went wrong and sets the exit code.
 * @param {() => Promise<number | void>} main resolves with the exit code, 0 when left out
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
