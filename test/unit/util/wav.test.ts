import assert from 'node:assert/strict';
import { wavFile } from '../../../src/util/wav';

describe('a WAV file', () => {
  it('is a header that tells players what the samples are, and the samples', () => {
    const file = Buffer.from(wavFile(Uint8Array.of(1, 2, 3, 4), { sampleRate: 24_000, channels: 1 }));
    assert.equal(file.length, 48);
    assert.equal(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
    // Bytes after this field; length of the format; format, channels; samples and bytes a second; bytes and bits of one.
    assert.deepEqual([file.readUInt32LE(4), file.readUInt32LE(16)], [40, 16]);
    assert.deepEqual([file.readUInt16LE(20), file.readUInt16LE(22)], [1, 1]);
    assert.deepEqual([file.readUInt32LE(24), file.readUInt32LE(28)], [24_000, 48_000]);
    assert.deepEqual([file.readUInt16LE(32), file.readUInt16LE(34)], [2, 16]);
    assert.equal(file.toString('latin1', 36, 40), 'data');
    assert.equal(file.readUInt32LE(40), 4);
    assert.deepEqual([...file.subarray(44)], [1, 2, 3, 4]);
  });

  it('leaves out a sample that was cut', () => {
    const file = wavFile(Uint8Array.of(1, 2, 3, 4, 5), { sampleRate: 8_000, channels: 2 });
    assert.equal(file.byteLength, 48);
    assert.equal(Buffer.from(file).readUInt32LE(28), 32_000);
    assert.equal(wavFile(new Uint8Array(1), { sampleRate: 8_000, channels: 1 }).byteLength, 44);
  });
});
