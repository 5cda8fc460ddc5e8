import assert from 'node:assert/strict';
import { decodeSound } from '../../../../media/decoding/decode-sound';
import { floatWav } from '../../../../media/decoding/float-wav';

describe('decoding in the page', () => {
  it('refuses a sound of more than half an hour, which would fill the memory', async () => {
    const rate = 100;
    const blob = new Blob([floatWav(new Float32Array((30 * 60 + 1) * rate), rate)]);
    const task = { type: 'sound', sha256: '', mediaType: 'audio/wav', sampleRate: 16_000 } as const;
    await assert.rejects(decodeSound(blob, task, new AbortController().signal), /longer than the 30 minutes/);
  });
});
