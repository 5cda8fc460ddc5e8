/** Words that models put after a code fence, where VS Code calls the language something else. */
const otherNames: Readonly<Record<string, string>> = {
  bash: 'shellscript',
  batch: 'bat',
  'c#': 'csharp',
  'c++': 'cpp',
  console: 'shellscript',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  htm: 'html',
  js: 'javascript',
  jsx: 'javascriptreact',
  kt: 'kotlin',
  md: 'markdown',
  mjs: 'javascript',
  objc: 'objective-c',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'shellscript',
  shell: 'shellscript',
  svg: 'xml',
  text: 'plaintext',
  ts: 'typescript',
  tsx: 'typescriptreact',
  txt: 'plaintext',
  yml: 'yaml',
  zsh: 'shellscript',
};

/** VS Code's language for the word after a code fence, or `undefined` where it knows none of that name. */
export function fenceLanguage(word: string, known: readonly string[]): string | undefined {
  const name = word.toLowerCase();
  return [name, otherNames[name]].find((candidate) => candidate !== undefined && known.includes(candidate));
}
