import type { Catalogue } from '#domain/catalogue.ts';
import type { Directive, Form } from '#domain/directives/schema.ts';
import { createEngine } from '#test/kit/engine.ts';
import { phoneOfficer } from '#test/kit/phone-officer.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** The product is started again with other files, over the same database; An has looked at everything that came before. */
export async function restarted(story: Story, catalogue: Catalogue): Promise<Story> {
  const engine = createEngine({ ...story, catalogue });
  const delivered = () => engine.deliverAll(story.phones.channel);
  const deps = { phones: story.phones, receive: engine.receive, delivered, newUpdateId: story.newId };
  const again = (officer: StoryOfficer) => phoneOfficer(deps, officer);
  const an = again(story.an);
  await an.screen();
  const { binh, chi, dung } = story;
  return {
    ...story,
    catalogue,
    engine,
    delivered,
    an,
    binh: again(binh),
    chi: again(chi),
    dung: again(dung),
  };
}

/** The catalogue with a newer version of one form beside the old one, or in its place. */
export function withVersion2(
  catalogue: Catalogue,
  formId: string,
  change: (form: Form) => Partial<Form>,
  { keepOld = true } = {},
): Catalogue {
  const formsOf = ({ forms }: Directive) =>
    forms.flatMap((form) => {
      if (form.id !== formId) return form;
      const newer = { ...form, ...change(form), version: form.version + 1 };
      return keepOld ? [form, newer] : newer;
    });
  const directives = catalogue.directives.map((directive) => ({ ...directive, forms: formsOf(directive) }));
  return { ...catalogue, directives };
}
