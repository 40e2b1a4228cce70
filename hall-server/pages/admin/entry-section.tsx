import { Button, Empty, Input, Segmented, Table, type TableColumnsType } from 'antd';
import { CircleCheck, CircleSlash, Pencil, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { LocalizedText } from '../../../shared/languages.ts';
import { type Setup, SetupEntry } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { type Draft, valueAt } from './draft.ts';
import { DraftDrawer } from './draft-form.tsx';
import { type Field, fieldsSwitchedOn, showValue } from './field.ts';
import { parseWith } from './issues.ts';
import { SectionTitle } from './section-title.tsx';
import {
  blankEntry,
  draftOf,
  type Entry,
  type EntryKind,
  entriesOf,
  entryOf,
  fieldsOf,
  previewOf,
} from './setup-fields.ts';

export type SaveEntry = (entry: SetupEntry) => Promise<string | null>;

interface EntrySectionProps {
  readonly kind: EntryKind;
  readonly title?: string;
  readonly setup: Setup;
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

/** One table and one form for every kind of entry; what differs is described in setup-fields.ts. */
export function EntrySection({ kind, title, setup, save, mayEdit }: EntrySectionProps) {
  const { say } = useSpeech();
  const texts = useTexts(adminTexts);
  const common = useTexts(commonTexts);
  const [editing, setEditing] = useState<{ readonly draft: Draft; readonly isNew: boolean } | null>(null);
  const [sought, setSought] = useState('');
  const [show, setShow] = useState<'active' | 'all'>('active');

  const { one, help } = texts.entries[kind];
  const all = entriesOf(setup, kind);
  const shownFields = fieldsOf(kind, setup, { texts, say }, () => true).filter(({ column }) => column);
  const wordsOf = (entry: Entry) => shownFields.map((field) => cell(field, entry)).join(' ');
  const cell = (field: Field, entry: Entry) => {
    const value = valueAt(entry, field.path);
    const words = field.as === 'words' ? LocalizedText.safeParse(value).data : undefined;
    return words === undefined ? showValue(field, value, texts) : say(words);
  };
  const rows = all
    .filter((entry) => show === 'all' || entry.active)
    .filter((entry) => wordsOf(entry).toLowerCase().includes(sought.trim().toLowerCase()));

  const columns: TableColumnsType<Entry> = shownFields.map((field) => ({
    key: field.path.join('.'),
    title: field.label,
    render: (_, entry) => (field.as === 'switch' ? <InUse active={entry.active} /> : <span>{cell(field, entry)}</span>),
  }));
  if (mayEdit) {
    columns.push({
      key: 'edit',
      title: <span className="visually-hidden">{texts.edit}</span>,
      align: 'end',
      render: (_, entry) => (
        <Button
          type="link"
          icon={<Pencil size={18} aria-hidden />}
          aria-label={`${texts.edit} ${cell(shownFields[0] ?? { as: 'line', path: ['id'], label: '' }, entry)}`}
          onClick={() => setEditing({ draft: draftOf(entry), isNew: false })}
        >
          {texts.edit}
        </Button>
      ),
    });
  }
  return (
    <section>
      <SectionTitle title={title} help={help} mayEdit={mayEdit}>
        <Button
          type="primary"
          icon={<Plus size={18} aria-hidden />}
          onClick={() => setEditing({ draft: blankEntry(kind), isNew: true })}
        >
          {texts.add(one)}
        </Button>
      </SectionTitle>
      <div className="admin-filters">
        <Input
          className="admin-search"
          prefix={<Search size={18} aria-hidden />}
          placeholder={texts.search}
          aria-label={texts.search}
          allowClear
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Segmented
          value={show}
          onChange={setShow}
          options={[
            { value: 'active', label: texts.onlyActive },
            { value: 'all', label: texts.all },
          ]}
        />
      </div>
      <Table<Entry>
        rowKey="id"
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        size="small"
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={all.length === 0 ? texts.none : texts.nothingFound}
            />
          ),
        }}
      />
      {editing !== null && (
        <DraftDrawer
          key={String(editing.draft.id)}
          title={editing.isNew ? texts.adding(one) : texts.editing(one)}
          isNew={editing.isNew}
          initial={editing.draft}
          fields={(draft) =>
            fieldsSwitchedOn(
              fieldsOf(kind, setup, { texts, say }, (id) => mentions(editing.draft, id)),
              draft,
            )
          }
          parse={(draft) => parseWith(SetupEntry, { kind, value: entryOf(kind, draft) }, 1)}
          preview={(entry) => previewOf(entry, setup, { texts, say }, common)}
          save={save}
          close={() => setEditing(null)}
        />
      )}
    </section>
  );
}

/** Whether an entry refers to an id, directly or in a list of lists. */
function mentions(entry: Draft, id: string): boolean {
  return Object.values(entry).flat(2).includes(id);
}

/** In use or switched off: a word and an icon, never a colour alone. */
export function InUse({ active }: { active: boolean }) {
  const texts = useTexts(adminTexts);
  return active ? (
    <span className="admin-good">
      <CircleCheck size={18} aria-hidden />
      {texts.active}
    </span>
  ) : (
    <span className="admin-soft">
      <CircleSlash size={18} aria-hidden />
      {texts.inactive}
    </span>
  );
}
