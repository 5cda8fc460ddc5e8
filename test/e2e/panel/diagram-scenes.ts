import type { PanelState } from '../../../src/shared/protocol';
import { answer, conversation, panelState, question } from './sample-state';
import type { Scene } from './scenes';

/** One of each kind that models write. */
export const diagramSamples = {
  flowchart: `graph TD
  A[Client sends a request] -->|HTTP| B(Gateway)
  B --> C{Cached?}
  C -->|yes| D[Answer]
  C -->|no| E[(Database)]
  E --> D
  classDef hot fill:#f96,color:#000
  class E hot`,
  sequence: `sequenceDiagram
  Alice->>Bob: Hello & <welcome>
  Bob-->>Alice: Fine
  Note over Alice,Bob: A note`,
  classes: `classDiagram
  Animal <|-- Duck
  Animal : +int age
  class Duck{
    +String beakColor
    +swim()
  }`,
  states: `stateDiagram-v2
  [*] --> Still
  Still --> Moving
  Moving --> [*]`,
  entities: `erDiagram
  CUSTOMER ||--o{ ORDER : places
  ORDER ||--|{ LINE_ITEM : contains`,
  gantt: `gantt
  title A plan
  dateFormat YYYY-MM-DD
  section First
  Task :a1, 2026-01-01, 30d
  Other :after a1, 20d`,
  pie: `pie title Pets
  "Dogs" : 386
  "Cats" : 85`,
  mindmap: `mindmap
  root((Iris))
    Origins
      Long history
    Research`,
  git: `gitGraph
  commit
  branch dev
  checkout dev
  commit
  checkout main
  merge dev`,
  journey: `journey
  title My day
  section Work
    Make tea: 5: Me
    Do work: 1: Me, Cat`,
} as const;

export function withAnswer(text: string, status: 'complete' | 'streaming' = 'complete'): PanelState {
  return panelState({
    conversation: conversation([question('q1', 'Draw how it works.'), answer('a1', { text, status })]),
  });
}

const fenced = (code: string): string => `This is how it works:\n\n\`\`\`mermaid\n${code}\n\`\`\`\n\nAsk me for more.`;

export const diagramScenes: Readonly<Record<string, Scene>> = {
  diagram: {
    state: () => withAnswer(fenced(diagramSamples.flowchart)),
    prepare: (panel) => panel.button('Diagram. See it large').waitFor(),
  },
  diagramSource: {
    state: () => withAnswer(fenced(diagramSamples.sequence)),
    prepare: (panel) => panel.button('Show source').click(),
  },
  diagramWrong: {
    state: () => withAnswer(fenced('graph TD\n  A --> --> B')),
    prepare: (panel) => panel.page.getByText(panel.say('This diagram could not be drawn: {0}', '')).waitFor(),
  },
};
