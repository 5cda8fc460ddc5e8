import assert from 'node:assert/strict';

/**
 * Asserts that what is read becomes the expected value: a page and the extension host follow in their own time what a
 * test did.
 * @param expected a value to equal, strictly and in depth, or a pattern to match
 * @throws AssertionError when it is still another after `timeoutMs` milliseconds.
 */
export async function becomes(read: () => unknown, expected: unknown, timeoutMs = 30_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    try {
      if (expected instanceof RegExp) assert.match(String(value), expected);
      else assert.deepEqual(value, expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
