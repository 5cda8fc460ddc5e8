const units = ['bytes', 'KB', 'MB', 'GB'] as const;

/** Bytes as people read them, in powers of 1024: `812 bytes`, `1.4 KB`, `23 MB`. */
export function formatBytes(byteLength: number): string {
  let value = byteLength;
  let unit = 0;
  // A value that would round to 1024 belongs to the next unit.
  while (Math.round(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const number = unit > 0 && value < 9.95 ? value.toFixed(1) : String(Math.round(value));
  return `${number.replace(/\.0$/, '')} ${value === 1 && unit === 0 ? 'byte' : units[unit]}`;
}

/** `640 × 480`, in pixels. */
export function formatPixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}
