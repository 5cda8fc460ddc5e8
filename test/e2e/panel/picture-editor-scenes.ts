import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { PictureEdit } from '../../../src/shared/attachment/picture-edit';
import type { PanelPage } from './panel-page';
import { panelState, picture, ready } from './sample-state';
import type { Scene } from './scenes';

const size = { width: 320, height: 200 };
const chart = picture('p1', 'error-rates of all services, by hour.png');
const source = { ...chart.source, ...size };

const edit: PictureEdit = {
  base: size,
  rotation: 0,
  marks: [
    { type: 'redaction', area: { left: 12, top: 6, width: 92, height: 16 } },
    { type: 'blur', area: { left: 24, top: 120, width: 40, height: 64 } },
    { type: 'highlight', area: { left: 140, top: 100, width: 40, height: 84 }, color: 'yellow' },
    { type: 'arrow', from: { x: 250, y: 60 }, to: { x: 218, y: 42 }, color: 'red', thickness: 3 },
    { type: 'box', area: { left: 194, top: 40, width: 50, height: 146 }, color: 'blue', thickness: 3 },
    {
      type: 'pen',
      points: [
        { x: 90, y: 70 },
        { x: 110, y: 62 },
        { x: 120, y: 74 },
      ],
      color: 'purple',
      thickness: 3,
    },
    { type: 'number', at: { x: 160, y: 88 }, number: 1, color: 'green', size: 20 },
    { type: 'text', at: { x: 268, y: 72 }, text: 'Why here?', color: 'orange', size: 16 },
  ],
};

async function openEditor(panel: PanelPage): Promise<void> {
  await panel.button('Edit {0}', chart.name).click();
  await panel.posted('basePictureRequested');
  await panel.send({ type: 'basePictureFound', id: chart.id, picture: source });
  await panel.page.getByRole('application').waitFor();
}

function editing(changes: Partial<ImageAttachment>, prepare?: (panel: PanelPage) => Promise<unknown>): Scene {
  return {
    state: () =>
      panelState({ draft: { text: 'Which service is this?', tray: [ready({ ...chart, source, ...changes })] } }),
    prepare: async (panel) => {
      await openEditor(panel);
      await prepare?.(panel);
    },
  };
}

/** The picture editor as it is looked at and checked. */
export const pictureEditorScenes: Readonly<Record<string, Scene>> = {
  pictureEditor: editing({}),
  pictureEditorMarks: editing({ edited: { picture: source, edit } }, (panel) =>
    panel.button('Text “{0}”, mark {1} of {2}', 'Why here?', 8, 8).focus(),
  ),
  pictureEditorCrop: editing(
    {
      edited: { picture: source, edit: { ...edit, crop: { left: 60, top: 30, width: 200, height: 160 } } },
      frames: { count: 24, times: [0, 0.5] },
    },
    (panel) => panel.button('Crop').click(),
  ),
  pictureEditorDiscard: editing({}, async (panel) => {
    await panel.button('Turn right').click();
    await panel.button('Discard changes').click();
  }),
  pictureEditorFailed: {
    state: () => panelState({ draft: { text: '', tray: [ready(chart)] } }),
    prepare: async (panel) => {
      await panel.button('Edit {0}', chart.name).click();
      await panel.posted('basePictureRequested');
      const reason = `"${chart.name}" can't be attached. It is damaged. Save it anew and attach that.`;
      await panel.send({ type: 'basePictureMissing', id: chart.id, reason });
      await panel.page.getByText(panel.say('This picture can’t be edited. {0}', '')).waitFor();
    },
  },
};
