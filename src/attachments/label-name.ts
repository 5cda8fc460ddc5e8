/** The name of an attachment as it stands in what a model reads of it: on one line, whatever a file system allows. */
export function labelName(name: string): string {
  return name.replace(/[\p{Cc}\s]+/gu, ' ');
}
