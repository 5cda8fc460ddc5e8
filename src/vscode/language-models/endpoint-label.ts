/** What stands where the name of an endpoint stands for other models. */
export function languageModelEndpoint(vendor: string): string {
  return `VS Code (${vendor})`;
}
