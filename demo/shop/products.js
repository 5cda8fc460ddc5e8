const products = [
  { id: 'morning-tide', name: 'Morning Tide', roast: 'light', price: 12.5 },
  { id: 'lighthouse', name: 'Lighthouse', roast: 'medium', price: 14 },
  { id: 'deep-harbor', name: 'Deep Harbor', roast: 'dark', price: 15.5 },
];

export function allProducts() {
  return products;
}

export function findProduct(id) {
  return products.find((product) => product.id === id);
}
