import { findProduct } from './products.js';

/** Lines of the cart: product id and quantity. */
const lines = JSON.parse(localStorage.getItem('cart') ?? '[]');

export function add(id, quantity = 1) {
  const line = lines.find((candidate) => candidate.id === id);
  if (line) {
    line.quantity += quantity;
  } else {
    lines.push({ id, quantity });
  }
  localStorage.setItem('cart', JSON.stringify(lines));
}

export function total() {
  return lines.reduce((sum, line) => {
    const product = findProduct(line.id);
    return sum + product.price * line.quantity;
  }, 0);
}
