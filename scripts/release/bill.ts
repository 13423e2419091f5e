/** The bill of materials: every package that comes along, with version, licence and hash, as CycloneDX. */

interface Component {
  name: string;
  licenses?: { license: { id: string } }[];
}

interface Bill {
  metadata: { component: Component };
  components: Component[];
}

/** Licences that these packages state in a file only, in no field that npm reads. */
const STATED_IN_FILE: Readonly<Record<string, string>> = { fuzzy: 'MIT', jstat: 'MIT', 'url-template': 'BSD-3-Clause' };

/**
 * @param listed what `npm sbom` prints
 * @throws Error naming packages whose licence is unknown: somebody has to look before they are passed on
 */
export function billOfMaterials(listed: string, name: string): Bill {
  const bill = JSON.parse(listed) as Bill;
  bill.metadata.component.name = name;
  const unknown: string[] = [];
  for (const component of bill.components) {
    if (component.licenses?.length) continue;
    const id = STATED_IN_FILE[component.name];
    if (id === undefined) unknown.push(component.name);
    else component.licenses = [{ license: { id } }];
  }
  if (unknown.length > 0) throw new Error(`Packages without a known licence: ${unknown.join(', ')}.`);
  return bill;
}
