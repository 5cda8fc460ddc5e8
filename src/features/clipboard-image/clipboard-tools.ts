/** A program that writes the clipboard's picture to its output. */
export interface ClipboardTool {
  readonly command: string;
  readonly arguments: readonly string[];
  /** How it writes the picture. */
  readonly encoding: 'bytes' | 'base64' | 'appleScriptData';
}

const powerShellScript = [
  'Add-Type -AssemblyName System.Windows.Forms, System.Drawing',
  '$image = [System.Windows.Forms.Clipboard]::GetImage()',
  'if ($image -eq $null) { exit 1 }',
  '$stream = New-Object System.IO.MemoryStream',
  '$image.Save($stream, [System.Drawing.Imaging.ImageFormat]::Png)',
  '[Console]::Out.Write([Convert]::ToBase64String($stream.ToArray()))',
].join('; ');

/** Programs that can read the clipboard here, best first; none without a display. */
export function clipboardTools(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly ClipboardTool[] {
  if (platform === 'darwin') {
    return [{ command: 'osascript', arguments: ['-e', 'the clipboard as «class PNGf»'], encoding: 'appleScriptData' }];
  }
  if (platform === 'win32') {
    return [powerShell];
  }
  return [
    ...(environment['WAYLAND_DISPLAY'] ? [wlPaste] : []),
    // X programs share the clipboard with Wayland ones.
    ...(environment['DISPLAY'] ? [xclip] : []),
  ];
}

const powerShell: ClipboardTool = {
  command: 'powershell.exe',
  // The clipboard can be read from a single-threaded apartment only.
  arguments: ['-NoProfile', '-NonInteractive', '-STA', '-Command', powerShellScript],
  encoding: 'base64',
};

const wlPaste: ClipboardTool = {
  command: 'wl-paste',
  arguments: ['--no-newline', '--type', 'image/png'],
  encoding: 'bytes',
};

const xclip: ClipboardTool = {
  command: 'xclip',
  arguments: ['-selection', 'clipboard', '-target', 'image/png', '-out'],
  encoding: 'bytes',
};
