import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { markColors } from '../../src/shared/attachment/picture-edit';
import { colorValues } from './drawing/colors';
import type { EditorAction, EditorState } from './editor-state';
import { weights } from './marks/new-mark';
import { colorName, toolName, weightName } from './names';
import { EditorButton } from './tool-icons';
import { toolKeys, tools } from './tools';
import type { Zoom } from './zoom';

interface ToolbarProps {
  readonly state: EditorState;
  readonly zoom: Zoom;
  readonly act: (action: EditorAction) => void;
  readonly onDelete: () => void;
}

/** The tools, what they draw with, and what is done to the picture as a whole. */
export function Toolbar({ state, zoom, act, onDelete }: ToolbarProps): JSX.Element {
  return (
    <div class="editor-toolbar">
      <div class="editor-tools" role="group" aria-label={t('Tools')}>
        {tools.map((tool) => (
          <EditorButton
            key={tool}
            icon={tool}
            label={toolName(tool)}
            shortcut={toolKeys[tool].toUpperCase()}
            pressed={tool === state.tool}
            onClick={() => act({ type: 'toolChosen', tool })}
          />
        ))}
      </div>
      <StyleChoice state={state} act={act} />
      <div class="editor-tools" role="group" aria-label={t('Picture')}>
        <EditorButton
          icon="undo"
          label={t('Undo')}
          shortcut="Ctrl+Z"
          disabled={state.past.length === 0}
          onClick={() => act({ type: 'undone' })}
        />
        <EditorButton
          icon="redo"
          label={t('Redo')}
          shortcut="Ctrl+Y"
          disabled={state.future.length === 0}
          onClick={() => act({ type: 'redone' })}
        />
        <EditorButton
          icon="turnLeft"
          label={t('Turn left')}
          shortcut="["
          onClick={() => act({ type: 'turned', quarters: -1 })}
        />
        <EditorButton
          icon="turnRight"
          label={t('Turn right')}
          shortcut="]"
          onClick={() => act({ type: 'turned', quarters: 1 })}
        />
        <EditorButton icon="zoomOut" label={t('Zoom out')} shortcut="-" onClick={() => zoom.by(-1)} />
        <button
          type="button"
          class="editor-zoom"
          title={t('Show all of it (0)')}
          aria-label={t('Zoom {0}%, show all of it', Math.round(zoom.scale * 100))}
          onClick={zoom.fit}
        >
          {`${Math.round(zoom.scale * 100)}%`}
        </button>
        <EditorButton icon="zoomIn" label={t('Zoom in')} shortcut="+" onClick={() => zoom.by(1)} />
        <EditorButton
          icon="trash"
          label={t('Delete mark')}
          shortcut="Delete"
          disabled={state.selected === undefined}
          onClick={onDelete}
        />
      </div>
    </div>
  );
}

function StyleChoice({ state, act }: Pick<ToolbarProps, 'state' | 'act'>): JSX.Element {
  const group = useId();
  const selected = state.selected === undefined ? undefined : state.edit.marks[state.selected];
  const color = selected && 'color' in selected ? selected.color : state.style.color;
  return (
    <div class="editor-style">
      <fieldset class="swatches">
        <legend class="visually-hidden">{t('Color')}</legend>
        {markColors.map((option) => (
          <label key={option} class="swatch" title={colorName(option)}>
            <input
              type="radio"
              class="visually-hidden"
              name={group}
              aria-label={colorName(option)}
              checked={option === color}
              onChange={() => act({ type: 'styleChosen', style: { color: option } })}
            />
            <span style={{ background: colorValues[option] }} />
          </label>
        ))}
      </fieldset>
      <select
        aria-label={t('Size of lines and texts')}
        value={state.style.weight}
        onChange={({ currentTarget }) => {
          const weight = weights[currentTarget.selectedIndex];
          if (weight) {
            act({ type: 'styleChosen', style: { weight } });
          }
        }}
      >
        {weights.map((weight) => (
          <option key={weight} value={weight}>
            {weightName(weight)}
          </option>
        ))}
      </select>
    </div>
  );
}
