import path from 'node:path';
import ts from 'typescript';

/**
 * Type-checks texts as if they were files of the repository, beside the real ones that they import.
 * @param files texts by path from the root; a test of an element may be among them
 * @param more options of the compiler besides those of the project
 * @returns the errors, one line each; none is good
 */
export function typeErrors(
  root: string,
  project: string,
  files: ReadonlyMap<string, string>,
  more: ts.CompilerOptions = {},
): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, project),
    { noEmit: true, ...more },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error(`${project} cannot be read.`);
  const overlay = new Map([...files].map(([file, text]) => [path.join(root, file), text]));
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  const folders = new Set([...overlay.keys()].map((file) => path.dirname(file)));
  host.directoryExists = (folder) => folders.has(folder) || ts.sys.directoryExists(folder);
  host.fileExists = (file) => overlay.has(file) || fileExists(file);
  host.readFile = (file) => overlay.get(file) ?? readFile(file);
  host.getSourceFile = (file, options, ...rest) => {
    const text = overlay.get(file);
    return text === undefined ? getSourceFile(file, options, ...rest) : ts.createSourceFile(file, text, options, true);
  };
  const declarations = config.fileNames.filter((file) => file.endsWith('.d.ts'));
  const program = ts.createProgram([...overlay.keys(), ...declarations], config.options, host);
  return [...overlay.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (each) => `${path.relative(root, file)}: ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`,
    );
  });
}
