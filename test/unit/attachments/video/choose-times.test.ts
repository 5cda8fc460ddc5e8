import assert from 'node:assert/strict';
import { evenTimes, sceneTimes } from '../../../../src/attachments/video/choose-times';
import { formatMediaTime, parseMediaTime } from '../../../../src/shared/media-time';

describe('times of frames', () => {
  it('are in the middle of equal parts', () => {
    assert.deepEqual(evenTimes({ start: 0, end: 6 }, 4), [0.8, 2.3, 3.8, 5.3]);
    assert.deepEqual(evenTimes({ start: 60, end: 120 }, 3), [70, 90, 110]);
  });

  it('lie within the chosen part, each once, however short it is', () => {
    for (const [start, end, count] of [
      [1.02, 1.05, 16],
      [0, 0.001, 4],
      [3.4, 3.9, 5],
    ] as const) {
      const times = evenTimes({ start, end }, count);
      assert(times.length > 0 && times.every((time) => time >= start - 0.005 && time <= end + 0.005));
      assert.equal(new Set(times).size, times.length);
    }
  });

  it('are written so that they can be read back exactly', () => {
    for (const time of [...evenTimes({ start: 0, end: 7_300 }, 7), ...evenTimes({ start: 0.5, end: 1.9 }, 12)]) {
      assert.equal(parseMediaTime(formatMediaTime(time)), time);
    }
    assert.deepEqual([0, 42, 12.4, 3_723, 59.999].map(formatMediaTime), ['0:00', '0:42', '0:12.4', '1:02:03', '1:00']);
    assert.deepEqual(['1:2', '0:61', '1:75:00', 'x', '12:3:4:5'].map(parseMediaTime), Array(5).fill(undefined));
  });

  it('of scenes are the first and where most changes, in their order', () => {
    const times = [0, 1, 2, 3, 4, 5];
    assert.deepEqual(sceneTimes(times, [0, 0.001, 0.5, 0, 0.2, 0.3], 3), [0, 2, 5]);
    assert.deepEqual(sceneTimes(times, [0, 0.001, 0.5, 0, 0, 0], 4), [0, 2]);
  });
});
