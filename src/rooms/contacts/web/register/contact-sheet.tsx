import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { Form } from '../../../../ui/forms/form.tsx';
import { Tag } from '../../../../ui/frame/section.tsx';
import { SideSheet } from '../../../../ui/lists/side-sheet.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { BenefitField } from './contact-fields.tsx';
import { ModeFields } from './mode-fields.tsx';
import { SheetContext } from './sheet-context.tsx';
import { SheetProblem } from './sheet-problem.tsx';
import type { ContactSheetProps } from './sheet-props.ts';
import { useContactForm } from './use-contact-form.ts';
import { useContactWords } from './words.ts';

/** The sheet to report, plan, move, correct or withdraw a contact, beside the list one works from. */
export function ContactSheet(props: ContactSheetProps) {
  const { say, locale } = useContactWords();
  const { mode, client, about } = props;
  const form = useContactForm(props);
  const { label: schemeLabel } = useSchemeWords();
  const benefitField = (
    <BenefitField
      {...form.fields}
      benefits={form.benefits}
      wordOf={(of) => `${schemeLabel(of.scheme)}, ${formatDate(of.startDate, locale)}`}
    />
  );
  return (
    <SideSheet
      title={say(`title.${mode}`)}
      subtitle={
        <>
          {say('withWhom')} <TextLink href={`/clients/${encodeURIComponent(client.clientId)}`}>{client.name}</TextLink>{' '}
          {client.protected ? <Tag>{say('protected')}</Tag> : null}
        </>
      }
      context={<SheetContext {...props} />}
      onClose={props.onClose}
    >
      <div
        onBlur={(event) => {
          const { name } = event.target as HTMLInputElement;
          if (name) form.leaveField(name);
        }}
      >
        <Form
          label={say(`title.${mode}`)}
          errors={form.tried}
          submitWord={say(`submit.${form.acting}`)}
          busy={form.isBusy}
          onSubmit={form.submit}
          otherActions={
            <>
              <ActionButton
                onClick={() => {
                  form.forget();
                  props.onClose();
                }}
              >
                {say('cancel')}
              </ActionButton>
              <span className="ui-small ui-quiet ui-keys">
                <kbd className="ui-key">Ctrl</kbd> <kbd className="ui-key">Enter</kbd> {say('keySave')}
              </span>
            </>
          }
          before={
            <>
              {form.hasNoBenefit ? <Notice kind="error">{say('noBenefit')}</Notice> : null}
              {form.problem === null ? null : <SheetProblem problem={form.problem} />}
              {form.isComplete
                ? props.effectOf?.({ ...form.draft, outcome: form.acting === 'move' ? 'moved' : form.draft.outcome })
                : null}
            </>
          }
        >
          <ModeFields mode={mode} about={about} form={form} benefitField={benefitField} />
        </Form>
      </div>
    </SideSheet>
  );
}
