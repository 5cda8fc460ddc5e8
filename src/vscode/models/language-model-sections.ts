import type * as vscode from 'vscode';
import type { ModelSection } from '../../features/model-list/model-section';
import { capabilitiesOf } from '../language-models/capabilities';
import { languageModelEndpoint } from '../language-models/endpoint-label';
import { choiceKey, type ModelChoice } from './model-choice';

/** The models that other extensions provide to VS Code, by vendor. */
export function languageModelSections(
  chats: readonly vscode.LanguageModelChat[],
): readonly ModelSection<ModelChoice>[] {
  const vendors = Map.groupBy(chats, ({ vendor }) => vendor);
  return [...vendors].map(([vendor, ofVendor]) => {
    const label = languageModelEndpoint(vendor);
    return {
      label,
      entries: ofVendor.map((chat) => {
        const { id, name, family } = chat;
        const value: ModelChoice = { type: 'languageModel', vendor, id, label: name || id };
        return {
          key: choiceKey(value),
          id,
          ...(name && name !== id && { name }),
          place: family === '' || family === id ? label : `${label}, ${family}`,
          capabilities: capabilitiesOf(chat),
          value,
        };
      }),
    };
  });
}
