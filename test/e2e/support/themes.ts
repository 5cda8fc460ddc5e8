/** The colour themes that the panel is looked at in: VS Code's id of each and the class it puts on the workbench. */
export const themes = {
  dark: { id: 'Dark Modern', className: 'vs-dark' },
  light: { id: 'Light Modern', className: 'vs' },
  highContrast: { id: 'Default High Contrast', className: 'hc-black' },
  highContrastLight: { id: 'Default High Contrast Light', className: 'hc-light' },
} as const;

export type ThemeName = keyof typeof themes;
