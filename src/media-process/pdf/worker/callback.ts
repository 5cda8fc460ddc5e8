import type { Pdfium } from './pdfium';

/**
 * A function as PDFium can call it, by its number in the table of functions. It takes that many numbers and returns one.
 * The table takes nothing but functions of WebAssembly, so a tiny module is put around it that imports and exports it.
 */
export function addCallback(
  { wasmExports: { __indirect_function_table: table } }: Pdfium,
  parameterCount: number,
  callback: (...values: readonly number[]) => number,
): number {
  const i32 = 0x7f;
  const signature = [0x60, parameterCount, ...Array<number>(parameterCount).fill(i32), 1, i32];
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // One type; one import of that type, "e" "f"; its export as "f".
    ...[1, signature.length + 1, 1, ...signature],
    ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
    ...[7, 5, 1, 1, 0x66, 0, 0],
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { f: callback } });
  return table.grow(1, exports['f']);
}
