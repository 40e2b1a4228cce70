import './guide.css';
import { Button, Input, InputNumber } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { SetupWish } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { guideTexts } from '../../../shared/texts/guide.ts';
import { entriesOfGuide, faultsOf, type GuideAnswers, type GuideGroup, newGroup } from './guide-entries.ts';
import type { Questions } from './questions.ts';
import { SetupDialog } from './setup-dialog.tsx';

interface GuideProps {
  readonly setup: Setup;
  readonly questions: Questions;
}

/** An empty hall: the few answers from which a whole small one is made. What comes of them is seen before it is made. */
export function Guide({ setup, questions }: GuideProps) {
  const texts = useTexts(guideTexts);
  const fieldId = useId();
  const [answers, setAnswers] = useState<GuideAnswers>({
    ...{ hallName: '', hotline: setup.hall.hotline, zone: texts.zoneUsual, counters: 3 },
    groups: [newGroup([])],
  });
  const [tried, setTried] = useState(false);
  const [wish, setWish] = useState<SetupWish | null>(null);
  const faults = faultsOf(answers);
  const change = (to: Partial<GuideAnswers>) => setAnswers({ ...answers, ...to });
  const changeGroup = (key: string, to: Partial<GuideGroup>) =>
    change({ groups: answers.groups.map((group) => (group.key === key ? { ...group, ...to } : group)) });
  const wrong = (name: string) => {
    const fault = tried ? faults.get(name) : undefined;
    return fault === undefined ? null : (
      <span className="admin-wrong" id={`${fieldId}-${name}-wrong`}>
        {texts[fault]}
      </span>
    );
  };
  const status = (name: string) => (tried && faults.has(name) ? 'error' : '');
  const line = (name: 'hallName' | 'hotline' | 'zone', hint?: string) => (
    <label htmlFor={`${fieldId}-${name}`}>
      <strong>{texts[name]}</strong>
      <Input
        id={`${fieldId}-${name}`}
        status={status(name)}
        value={answers[name]}
        maxLength={name === 'hotline' ? 20 : 60}
        onChange={(event) => change({ [name]: event.target.value })}
      />
      {wrong(name) ?? (hint !== undefined && <small>{hint}</small>)}
    </label>
  );
  return (
    <form
      className="guide"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.size > 0) return;
        setWish({ entries: entriesOfGuide(answers, setup, texts.profile), others: 'keep' });
      }}
    >
      <h3>{texts.title}</h3>
      <p className="admin-soft">{texts.help}</p>
      <div className="guide-lines">
        {line('hallName')}
        {line('hotline')}
        {line('zone', texts.zoneHelp)}
        <label htmlFor={`${fieldId}-counters`}>
          <strong>{texts.counters}</strong>
          <InputNumber
            id={`${fieldId}-counters`}
            min={1}
            max={60}
            precision={0}
            value={answers.counters}
            onChange={(count) => change({ counters: count ?? 1 })}
          />
          <small>{texts.countersHelp}</small>
        </label>
      </div>
      <h4>{texts.groups}</h4>
      <p className="admin-soft">{texts.groupsHelp}</p>
      {answers.groups.map(({ key, name, letter, services }, at) => (
        <div className="guide-group" key={key}>
          <label htmlFor={`${key}-letter`}>
            {texts.letter}
            <Input
              id={`${key}-letter`}
              status={status(`${key} letter`)}
              value={letter}
              maxLength={1}
              onChange={(event) => changeGroup(key, { letter: event.target.value.toUpperCase() })}
            />
            {wrong(`${key} letter`)}
          </label>
          <label htmlFor={`${key}-name`}>
            {texts.groupName}
            <Input
              id={`${key}-name`}
              status={status(`${key} name`)}
              value={name}
              maxLength={60}
              onChange={(event) => changeGroup(key, { name: event.target.value })}
            />
            {wrong(`${key} name`)}
          </label>
          <label htmlFor={`${key}-services`}>
            {texts.services}
            <Input.TextArea
              id={`${key}-services`}
              status={status(`${key} services`)}
              rows={3}
              value={services}
              onChange={(event) => changeGroup(key, { services: event.target.value })}
            />
            {wrong(`${key} services`)}
          </label>
          {at > 0 && (
            <Button
              icon={<Trash2 size={18} aria-hidden />}
              aria-label={texts.removeGroup(name === '' ? letter : name)}
              onClick={() => change({ groups: answers.groups.filter((group) => group.key !== key) })}
            />
          )}
        </div>
      ))}
      <Button
        icon={<Plus size={18} aria-hidden />}
        disabled={answers.groups.length >= 20}
        onClick={() => change({ groups: [...answers.groups, newGroup(answers.groups)] })}
      >
        {texts.addGroup}
      </Button>
      <p className="admin-soft">{texts.languages}</p>
      <Button type="primary" size="large" htmlType="submit">
        {texts.create}
      </Button>
      {wish !== null && (
        <SetupDialog title={texts.creating} {...{ wish, setup, questions }} close={() => setWish(null)} />
      )}
    </form>
  );
}
