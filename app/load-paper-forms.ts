import { fileURLToPath } from 'node:url';
import { readYaml } from '#app/yaml-file.ts';
import { type PaperForms, paperFormsSchema } from '#domain/incident/papers/paper-forms.ts';

/**
 * Reads the official forms about incidents: `domain/incident/papers/forms.yaml`, or a file of the same shape.
 * @throws DataFileError that lists every mistake with its line
 */
export function loadPaperForms(file: string = ownForms): PaperForms {
  return readYaml(file, paperFormsSchema);
}

const ownForms = fileURLToPath(new URL('../domain/incident/papers/forms.yaml', import.meta.url));
