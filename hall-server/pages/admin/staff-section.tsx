import { Button, Table } from 'antd';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { roles } from '../../../shared/actors.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { SaveStaff, type StaffRow } from '../../../shared/http.ts';
import { type AdminTexts, adminTexts } from '../../../shared/texts/admin.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { words } from '../../../shared/texts/words.ts';
import type { Draft } from './draft.ts';
import { DraftDrawer } from './draft-form.tsx';
import { InUse } from './entry-section.tsx';
import type { Field } from './field.ts';
import { parseWith } from './issues.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SectionTitle } from './section-title.tsx';

const everyMs = 30_000;

/** Who may sign in, and as what. */
export function StaffSection({ questions, mayEdit }: { questions: Questions; mayEdit: boolean }) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const { one, help } = texts.entries.staff;
  const reading = useReading(questions.staff, everyMs);
  const [editing, setEditing] = useState<Draft | null>(null);
  const save = async (row: SaveStaff) => {
    const asked = await questions.saveStaff(row);
    if (!asked.ok) return rejectionTexts[language][asked.code]({});
    reading.again();
    return null;
  };
  return (
    <section>
      <SectionTitle title={texts.sections.staff} help={help} mayEdit={mayEdit}>
        <Button
          type="primary"
          icon={<Plus size={18} aria-hidden />}
          onClick={() => setEditing({ staffId: null, login: '', name: '', active: true, password: '' })}
        >
          {texts.add(one)}
        </Button>
      </SectionTitle>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<StaffRow>
          rowKey="staffId"
          size="small"
          pagination={false}
          dataSource={[...reading.answer]}
          columns={[
            { key: 'name', title: texts.fields.staffName, dataIndex: 'name' },
            { key: 'login', title: texts.fields.login, dataIndex: 'login' },
            {
              key: 'role',
              title: texts.fields.role,
              render: (_, { role }) => words[language].roles[role],
              filters: roles.map((role) => ({ value: role, text: words[language].roles[role] })),
              onFilter: (role, row) => row.role === role,
            },
            { key: 'active', title: texts.fields.active, render: (_, { active }) => <InUse active={active} /> },
            {
              key: 'edit',
              align: 'end',
              title: <span className="visually-hidden">{texts.edit}</span>,
              render: (_, row) =>
                mayEdit && (
                  <Button
                    type="link"
                    icon={<Pencil size={18} aria-hidden />}
                    aria-label={`${texts.edit} ${row.name}`}
                    onClick={() => setEditing({ ...row, password: '' })}
                  >
                    {texts.edit}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {editing !== null && (
        <DraftDrawer
          title={editing.staffId === null ? texts.adding(one) : texts.editing(one)}
          isNew={editing.staffId === null}
          initial={editing}
          fields={() => staffFields(editing.staffId === null, texts, words[language].roles)}
          parse={(draft) => parseWith(SaveStaff, { ...draft, password: passwordOf(draft) })}
          save={save}
          close={() => setEditing(null)}
        />
      )}
    </section>
  );
}

/** An empty password keeps the present one; a new account must have one. */
function passwordOf({ staffId, password }: Draft): unknown {
  return password === '' && staffId !== null ? null : password;
}

function staffFields(isNew: boolean, texts: AdminTexts, roleNames: Record<(typeof roles)[number], string>): Field[] {
  const { fields, hints } = texts;
  return [
    { as: 'line', path: ['name'], label: fields.staffName },
    { as: 'line', path: ['login'], label: fields.login, hint: hints.login, wrong: hints.login },
    {
      as: 'choice',
      path: ['role'],
      label: fields.role,
      choices: roles.map((role) => ({ value: role, label: roleNames[role] })),
    },
    {
      as: 'line',
      path: ['password'],
      label: isNew ? fields.password : texts.newPassword,
      hint: isNew ? hints.passwordNew : hints.passwordKeep,
      secret: true,
    },
    { as: 'switch', path: ['active'], label: fields.active, on: texts.active, off: texts.inactive },
  ];
}
