/** Sections of a WebAssembly module: https://webassembly.github.io/spec/core/binary/modules.html */
const tableSection = 4;
const memorySection = 5;

/** Flags of limits: whether a maximum follows the minimum. */
const withoutMaximum = 0;
const withMaximum = 1;
const functionReference = 0x70;

/**
 * The same module with a lower limit of memory, which the engine then keeps, and with room in its table of functions, so
 * that callbacks can be given to it: PDFium writes files and asks whether to pause through such.
 *
 * @param {Uint8Array} wasm
 * @param {number} maxMemoryPages of 64 KiB
 * @returns {Uint8Array}
 */
function setLimits(wasm, maxMemoryPages) {
  const pieces = [wasm.subarray(0, 8)];
  for (let offset = 8; offset < wasm.length;) {
    const id = wasm[offset];
    const [length, start] = readNumber(wasm, offset + 1);
    const end = start + length;
    const content = wasm.subarray(start, end);
    if (id === tableSection) {
      pieces.push(section(id, growingTable(content)));
    } else if (id === memorySection) {
      pieces.push(section(id, boundedMemory(content, maxMemoryPages)));
    } else {
      pieces.push(wasm.subarray(offset, end));
    }
    offset = end;
  }
  return Buffer.concat(pieces);
}

/** @param {Uint8Array} content */
function growingTable(content) {
  const [count, type, flags] = content;
  if (count !== 1 || type !== functionReference || flags !== withMaximum) {
    throw new Error('The module has other tables than one of functions with a maximum.');
  }
  return [1, functionReference, withoutMaximum, ...number(readNumber(content, 3)[0])];
}

/**
 * @param {Uint8Array} content
 * @param {number} maxPages
 */
function boundedMemory(content, maxPages) {
  const [count, flags] = content;
  if (count !== 1 || flags !== withMaximum) {
    throw new Error('The module has another memory than one with a maximum.');
  }
  return [1, withMaximum, ...number(readNumber(content, 2)[0]), ...number(maxPages)];
}

/**
 * @param {number | undefined} id
 * @param {readonly number[]} content
 */
function section(id, content) {
  return Uint8Array.from([id ?? 0, ...number(content.length), ...content]);
}

/**
 * Unsigned LEB128.
 *
 * @param {Uint8Array} bytes
 * @param {number} offset
 * @returns {[value: number, end: number]}
 */
function readNumber(bytes, offset) {
  let value = 0;
  for (let index = offset, factor = 1; ; index++, factor *= 128) {
    const byte = bytes[index] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, index + 1];
  }
}

/**
 * @param {number} value
 * @returns {number[]}
 */
function number(value) {
  return value < 128 ? [value] : [(value % 128) | 0x80, ...number(Math.floor(value / 128))];
}

module.exports = { setLimits };
