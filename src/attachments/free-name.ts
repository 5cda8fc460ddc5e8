/** A name that is not taken yet: with a number where it is, as in `Pasted image 2.png`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ''] = /^(.+?)(\.\w{1,5})?$/s.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    free = `${stem} ${number}${extension}`;
  }
  return free;
}
