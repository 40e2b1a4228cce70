import { Button, Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import { staffTexts } from '../../texts/staff.ts';
import { useTexts } from '../language.tsx';
import { KeyCap } from './key-cap.tsx';
import { letGoAfterPointer, useKeys } from './use-keys.ts';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ChoiceDialogProps<Id extends string> {
  readonly title: string;
  readonly choices: readonly Choice<Id>[];
  readonly choose: (id: Id) => void;
  readonly close: () => void;
  /** Two choices in a row, where much stands under them. */
  readonly inPairs?: boolean;
  /** Further fields, under the choices. */
  readonly children?: ReactNode;
}

/** One question, at most nine answers: the number key or a click answers and acts, Esc goes back. */
export function ChoiceDialog<Id extends string>(props: ChoiceDialogProps<Id>) {
  const { title, choose, close, inPairs = false, children } = props;
  const texts = useTexts(staffTexts);
  const list = useRef<HTMLOListElement>(null);
  const choices = props.choices.slice(0, 9);
  const walk = (step: 1 | -1) => () => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  useKeys({
    ...Object.fromEntries(choices.map(({ id }, index) => [String(index + 1), () => choose(id)])),
    arrowdown: walk(1),
    arrowup: walk(-1),
  });
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      closable={false}
      afterOpenChange={(isOpen) => {
        if (isOpen) list.current?.querySelector('button')?.focus();
      }}
      width={480}
      centered
      footer={
        <Button onClick={close}>
          {texts.back}
          <KeyCap>Esc</KeyCap>
        </Button>
      }
    >
      <ol ref={list} className={inPairs ? 'choice-list choice-pairs' : 'choice-list'}>
        {choices.map(({ id, label, hint }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              onClick={(event) => {
                letGoAfterPointer(event);
                choose(id);
              }}
            >
              <KeyCap>{String(index + 1)}</KeyCap>
              <span>
                {label}
                {hint !== undefined && <small>{hint}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {children}
    </Modal>
  );
}
