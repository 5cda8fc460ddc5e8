import { isWayland } from './session';

/** A program of the operating system that takes screenshots. `FILE` among the arguments stands for a temporary file. */
export interface ScreenshotTool {
  readonly command: string;
  /** Arguments for the whole screen. */
  readonly screen: readonly string[];
  /** Arguments that let the person draw a region; absent where it can't. */
  readonly region?: readonly string[];
  /** Where the PNG comes out. */
  readonly output: 'bytes' | 'base64' | 'file';
}

export const FILE = '{file}';

const powerShellScript = [
  'Add-Type -AssemblyName System.Windows.Forms, System.Drawing',
  '$bounds = [System.Windows.Forms.SystemInformation]::VirtualScreen',
  '$bitmap = New-Object System.Drawing.Bitmap $bounds.Width, $bounds.Height',
  '$graphics = [System.Drawing.Graphics]::FromImage($bitmap)',
  '$graphics.CopyFromScreen($bounds.Location, [System.Drawing.Point]::Empty, $bounds.Size)',
  '$stream = New-Object System.IO.MemoryStream',
  '$bitmap.Save($stream, [System.Drawing.Imaging.ImageFormat]::Png)',
  '[Console]::Out.Write([Convert]::ToBase64String($stream.ToArray()))',
].join('; ');

const screencapture: ScreenshotTool = {
  command: 'screencapture',
  screen: ['-x', '-t', 'png', FILE],
  region: ['-i', '-x', '-t', 'png', FILE],
  output: 'file',
};

const powerShell: ScreenshotTool = {
  command: 'powershell.exe',
  screen: ['-NoProfile', '-NonInteractive', '-Command', powerShellScript],
  output: 'base64',
};

const gnomeScreenshot: ScreenshotTool = {
  command: 'gnome-screenshot',
  screen: ['--file', FILE],
  region: ['--area', '--file', FILE],
  output: 'file',
};

const spectacle: ScreenshotTool = {
  command: 'spectacle',
  screen: ['--background', '--nonotify', '--fullscreen', '--output', FILE],
  region: ['--background', '--nonotify', '--region', '--output', FILE],
  output: 'file',
};

const grim: ScreenshotTool = { command: 'grim', screen: ['-'], output: 'bytes' };

/** Its `-` opens /dev/stdout anew, which fails where that is a socket, as it is here. */
const scrot: ScreenshotTool = {
  command: 'scrot',
  screen: ['--silent', FILE],
  region: ['--silent', '--select', '--freeze', FILE],
  output: 'file',
};

const importTool: ScreenshotTool = {
  command: 'import',
  screen: ['-silent', '-window', 'root', 'png:-'],
  region: ['-silent', 'png:-'],
  output: 'bytes',
};

/** Programs that may take screenshots here, best first, whether or not they are installed. */
export function screenshotTools(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly ScreenshotTool[] {
  if (platform === 'darwin') {
    return [screencapture];
  }
  if (platform === 'win32') {
    return [powerShell];
  }
  return isWayland(environment) ? [gnomeScreenshot, spectacle, grim] : [scrot, importTool, gnomeScreenshot, spectacle];
}
