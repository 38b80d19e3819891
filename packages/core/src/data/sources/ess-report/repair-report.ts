/**
 * Reading a report document, or its story, by its schema, and repair: only the parts that cannot be read are left out, and a
 * block in their place says why.
 */
import * as z from 'zod/mini';
import { Block, blockTypes, parsed, Report, Story, StoryClaim, sectionsOf, Text } from '../../../model/index.ts';
import { judge } from '../judge.ts';
import { type Mismatch, mismatchOf } from '../mismatch.ts';
import { excerpt, isObject } from '../values.ts';

type Raw = Readonly<Record<string, unknown>>;
type Fault = Mismatch;

/** Numbers of chapters and sections that are taken. */
type Taken = Set<string>;

/** Place of a value: its path in the file, and the number that stands in for a missing or bad one. */
interface At {
  readonly path: string;
  readonly id: string;
}

/**
 * Returns a report as its schema reads it, repaired where it has to be.
 * @throws EssError `schema` with path, received and expected where the document as a whole cannot be read
 */
export function judgeReport(document: unknown, url: string): Report {
  const known = withOtherBlocks(document);
  const read = parsed(Report, known);
  if (read.success && !hasTwins(read.data)) return read.data;
  return judge(Report, isObject(known) ? repairReport(known) : known, 'the report', url);
}

/**
 * Returns the story of a report as its schema reads it, repaired where it has to be.
 * @throws EssError `schema` with path, received and expected where the document as a whole cannot be read
 */
export function judgeStory(document: unknown, url: string): Story {
  const known = withOtherBlocks(document);
  const read = parsed(Story, known);
  return read.success ? read.data : judge(Story, isObject(known) ? repairStory(known) : known, 'the story', url);
}

/** Whether two chapters or sections have one number: links, and what a page keeps of a section, would mean both. */
function hasTwins(report: Report): boolean {
  const ids = [...report.chapters, ...sectionsOf(report).map(({ section }) => section)].map(({ id }) => id);
  return new Set(ids).size < ids.length;
}

/** Returns a copy in which blocks of unknown types are `other`: at any depth, since what nests blocks may grow too. */
function withOtherBlocks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOtherBlocks);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'blocks' && Array.isArray(inner)) return [key, inner.map(knownBlock)] as const;
    // The block of a message or of a step stands alone. A block names its chart by a word.
    return [key, key === 'chart' ? knownBlock(inner) : withOtherBlocks(inner)] as const;
  });
  return Object.fromEntries(entries);
}

function knownBlock(block: unknown): unknown {
  if (!isObject(block)) return block;
  const { type, title } = block;
  if (typeof type !== 'string' || (blockTypes.includes(type) && type !== 'other')) return block;
  return { type: 'other', name: type, fields: block, ...(title === undefined ? {} : { title }) };
}

/**
 * Returns a copy of a document whose malformed blocks are `other` blocks that say what is wrong with them. A section
 * without a number or a title, or with a number that is taken, is kept under one of its place, with such a block before
 * its own.
 */
function repairReport(document: Raw): Raw {
  const taken: Taken = new Set();
  const { opening, chapters } = document;
  const first = opening === undefined ? {} : { opening: repairSection(opening, { path: 'opening', id: '0' }, taken) };
  if (!Array.isArray(chapters)) return { ...document, ...first };
  const repaired = chapters.map((chapter: unknown, at) =>
    isObject(chapter) && !Array.isArray(chapter)
      ? repairChapter(chapter, { path: `chapters.${at}`, id: `?${at + 1}` }, taken)
      : chapter,
  );
  return { ...document, ...first, chapters: repaired };
}

/**
 * Repairs a chapter. It has no blocks of its own, so its errors are shown in its first section, or in one made for
 * them.
 */
function repairChapter(chapter: Raw, at: At, taken: Taken): Raw {
  const { fields, faults } = repairTitled(chapter, 'intro', at, taken);
  const sections = repairList(chapter['sections'], `${at.path}.sections`, faults).map((section, rank) =>
    repairSection(section, { path: `${at.path}.sections.${rank}`, id: `${fields['id']}.?${rank + 1}` }, taken),
  );
  if (faults.length === 0) return { ...chapter, ...fields, sections };
  const [first, ...others] = sections;
  const blocks = faults.map(faultBlock);
  const own = Array.isArray(first?.['blocks']) ? first['blocks'] : [];
  const stub = { id: `${fields['id']}.?0`, title: UNREAD, blocks };
  return { ...chapter, ...fields, sections: first ? [{ ...first, blocks: [...blocks, ...own] }, ...others] : [stub] };
}

function repairSection(section: unknown, at: At, taken: Taken): Raw {
  if (!isObject(section) || Array.isArray(section)) {
    const { error } = z.safeParse(z.object({}), section);
    taken.add(at.id);
    return { id: at.id, title: UNREAD, blocks: error ? [faultBlock(faultOf(error, section, at.path, 'section'))] : [] };
  }
  const { fields, faults } = repairTitled(section, 'text', at, taken);
  const blocks = repairList(section['blocks'], `${at.path}.blocks`, faults).map((block, rank) =>
    repairBlock(block, `${at.path}.blocks.${rank}`),
  );
  const sections = repairList(section['sections'], `${at.path}.sections`, faults).map((part, rank) =>
    repairSection(part, { path: `${at.path}.sections.${rank}`, id: `${fields['id']}.?${rank + 1}` }, taken),
  );
  return { ...section, ...fields, blocks: [...faults.map(faultBlock), ...blocks], sections };
}

/** Repairs number, title and text of a chapter or a section: one that cannot be read is replaced, or left out. */
function repairTitled(
  raw: Raw,
  words: 'intro' | 'text',
  at: At,
  taken: Taken,
): { readonly fields: Raw; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const isGood = (name: string, schema: z.core.$ZodType): boolean => {
    const { error } = z.safeParse(schema, raw[name]);
    if (error) faults.push(faultOf(error, raw[name], `${at.path}.${name}`, name));
    return !error;
  };
  let id = isGood('id', z.string()) ? String(raw['id']) : at.id;
  if (taken.has(id)) {
    faults.push(takenBefore(id, `${at.path}.id`));
    id = at.id;
  }
  taken.add(id);
  const title = isGood('title', Text) ? raw['title'] : UNREAD;
  const text = isGood(words, z.optional(Text)) ? raw[words] : undefined;
  return { fields: { id, title, [words]: text }, faults };
}

const UNREAD = { fr: 'Titre illisible', br: 'Titl dilennus', en: 'Title that cannot be read' };

/**
 * Returns a copy of a story whose malformed blocks are `other` blocks that say what is wrong with them, and whose claims
 * of unknown kinds are `other`.
 */
function repairStory(story: Raw): Raw {
  const each = (list: unknown, repair: (item: Raw, at: number) => Raw): unknown =>
    Array.isArray(list) ? list.map((item: unknown, at) => (isObject(item) ? repair(item, at) : item)) : list;
  const claimed = (of: Raw): Raw => ({ ...of, claims: each(of['claims'], repairClaim) });
  const { cover, messages, chapters } = story;
  return {
    ...story,
    cover: isObject(cover) ? claimed(cover) : cover,
    messages: each(messages, (message, at) => ({
      ...claimed(message),
      chart: repairBlock(message['chart'], `messages.${at}.chart`),
    })),
    chapters: each(chapters, (chapter, at) => ({
      ...claimed(chapter),
      steps: each(chapter['steps'], (step, rank) =>
        step['chart'] === undefined
          ? step
          : { ...step, chart: repairBlock(step['chart'], `chapters.${at}.steps.${rank}.chart`) },
      ),
    })),
  };
}

const repairClaim = (claim: Raw): Raw =>
  z.safeParse(StoryClaim.shape.says, claim['says']).success ? claim : { ...claim, says: 'other' };

/** A list that is none is empty. */
function repairList(list: unknown, path: string, faults: Fault[]): readonly unknown[] {
  if (list === undefined || Array.isArray(list)) return list ?? [];
  const { error } = z.safeParse(z.array(z.unknown()), list);
  if (error) faults.push(faultOf(error, list, path, path.slice(path.lastIndexOf('.') + 1)));
  return [];
}

function repairBlock(block: unknown, path: string): Raw {
  const { error } = z.safeParse(Block, block);
  if (!error) return block as Raw;
  const { type, title } = isObject(block) ? block : {};
  return {
    ...faultBlock(faultOf(error, block, path, 'block')),
    ...(typeof type === 'string' ? { name: type } : {}),
    ...(z.safeParse(Text, title).success ? { title } : {}),
  };
}

const faultBlock = (fault: Fault): Raw => ({ type: 'other', fault });

/** Returns the error of a schema on a value, at its place in the file. */
function faultOf(error: z.core.$ZodError, value: unknown, path: string, name: string): Fault {
  const fault = mismatchOf(error, value, name);
  return { ...fault, path: fault.path === '' ? path : `${path}.${fault.path}` };
}

function takenBefore(id: string, path: string): Fault {
  const expected = { fr: 'un numéro à elle', br: 'un niverenn dezhi', en: 'a number of its own' };
  const found = excerpt(id);
  return {
    path,
    found,
    expected,
    said: {
      fr: `id vaut ${found}, qui est déjà pris`,
      br: `id\u202f: ${found}, kemeret dija`,
      en: `id is ${found}, which is taken already`,
    },
  };
}
