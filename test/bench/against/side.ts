import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { BadInput } from "./bad-input.ts";

/** The whole hash of a commit; throws BadInput where there is none of that name. */
export function commitOf(root: string, name: string): string {
  const { status, stdout } = git(root, "rev-parse", "--verify", "--quiet", `${name}^{commit}`);
  if (status !== 0) throw new BadInput(`There is no commit ${name} in this checkout.`);
  return stdout.trim();
}

/** Whether there is anything that no commit holds. */
export function isDirty(root: string): boolean {
  return git(root, "status", "--porcelain").stdout.trim() !== "";
}

/** Lays the files of a commit into the folder. */
export function layOutCommit(root: string, commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, "..", `${commit}.tar`);
  check(git(root, "archive", "--format=tar", `--output=${archive}`, commit), `The files of ${commit}`);
  check(spawnSync("tar", ["-xf", archive, "-C", folder], { encoding: "utf8" }), `The files of ${commit}`);
}

/** Lays the files as they are today into the folder, those that no commit holds yet among them. */
export function layOutToday(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.split("\0").filter(Boolean)) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
}

/** Gives the folder what its lock file asks for: what is here, where that asks for the same. */
export function layOutDependencies(root: string, folder: string): void {
  const lock = (folder: string) => readFileSync(join(folder, "package-lock.json"), "utf8");
  if (lock(root) === lock(folder)) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  else check(npm(folder, "ci", "--no-audit", "--no-fund"), `npm ci in ${folder}`);
}

/** Builds the extension for Chrome; gives the build's folder. */
export function buildIn(folder: string): string {
  const { status, stdout, stderr } = npm(folder, "exec", "--", "wxt", "build", "-b", "chrome");
  const build = join(folder, ".output/chrome-mv3");
  if (status !== 0 || !existsSync(join(build, "manifest.json"))) throw new BadInput(`It cannot be built:\n${stdout}${stderr}`);
  return build;
}

function git(root: string, ...words: string[]) {
  return spawnSync("git", words, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function npm(folder: string, ...words: string[]) {
  return spawnSync("npm", words, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
}

function check({ status, stderr, error }: { status: number | null; stderr: string; error?: Error }, what: string): void {
  if (status !== 0) throw new BadInput(`${what} cannot be had: ${error?.message ?? stderr}`);
}
