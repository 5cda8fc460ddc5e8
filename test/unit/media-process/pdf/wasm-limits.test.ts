import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setLimits } from '../../../../src/media-process/pdf/wasm-limits.js';

const pdfium = readFileSync(require.resolve('@hyzyla/pdfium/pdfium.wasm'));

describe('the limits of the PDF engine', () => {
  it('are a memory that does not grow beyond them, and a table that takes callbacks', async () => {
    const module = await WebAssembly.compile(Uint8Array.from(setLimits(pdfium, 10_240)));
    assert.deepEqual(WebAssembly.Module.imports(module), WebAssembly.Module.imports(await WebAssembly.compile(pdfium)));
    const imports: Record<string, Record<string, () => number>> = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      (imports[from] ??= {})[name] = () => 0;
    }
    const { exports } = await WebAssembly.instantiate(module, imports);
    const { memory, __indirect_function_table: table } = exports;
    assert(memory instanceof WebAssembly.Memory && table instanceof WebAssembly.Table);
    assert.throws(() => memory.grow(10_240), RangeError);
    const { length } = table;
    assert.equal(table.grow(1), length);
  });

  it('are not set to what is another kind of module', () => {
    const empty = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    assert.deepEqual(Uint8Array.from(setLimits(empty, 1)), empty);
    assert.throws(() => setLimits(Uint8Array.from([...empty, 5, 3, 1, 0, 1]), 1), /another memory/);
  });
});
