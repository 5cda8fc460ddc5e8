import assert from 'node:assert/strict';
import { test } from 'node:test';

const stored = new Map();
globalThis.localStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
};

const cart = await import('./cart.js');

test('adds up what is in the cart', () => {
  cart.add('lighthouse', 2);
  assert.equal(cart.total(), 28);
});

test('ignores products that are no longer sold', () => {
  cart.add('winter-blend');
  assert.equal(cart.total(), 28);
});
