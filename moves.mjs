// node moves.mjs ROOT mapfile : git mv + rewrite of specifiers. Lines of the map: "from to" (files or folders), relative to ROOT.
import ts from 'typescript'; import fs from 'node:fs'; import path from 'node:path'; import {execSync} from 'node:child_process';
const ROOT=path.resolve(process.argv[2]);
const all=()=>execSync('git ls-files',{cwd:ROOT,encoding:'utf8'}).split('\n').filter(Boolean).filter(f=>fs.existsSync(path.join(ROOT,f)));
const rules=fs.readFileSync(process.argv[3],'utf8').split('\n').map(l=>l.trim()).filter(l=>l&&!l.startsWith('#')).map(l=>l.split(/\s+/));
const before=all();
const map=new Map();
for(const f of before){ for(const [a,b] of rules){ // first rule wins; a test file follows its module when the rule is a file
   if(f===a){map.set(f,b);break;}
   if(a.endsWith('.ts')&&f===a.replace(/\.ts$/,'.test.ts')){map.set(f,b.replace(/\.ts$/,'.test.ts'));break;}
   if(!a.endsWith('.ts')&&f.startsWith(a+'/')){map.set(f,b+f.slice(a.length));break;}
 } }
for(const [a,b] of map) if(a!==b&&before.includes(b)&&!map.has(b)) {console.error('clash',a,b);process.exit(1);}
const texts=new Map(); const codes=before.filter(f=>/\.(ts|mts|mjs|tmpl|mdx)$/.test(f));
const newOf=(f)=>map.get(f)??f;
for(const f of codes){
  let text=fs.readFileSync(path.join(ROOT,f),'utf8'); const orig=text;
  const sf=ts.createSourceFile(f.replace(/\.tmpl$/,''),text,ts.ScriptTarget.Latest,true,f.endsWith('.mjs')?ts.ScriptKind.JS:ts.ScriptKind.TS);
  const edits=[];
  const place=f.endsWith('.tmpl')?`packages/elements/src/ess-x/${path.basename(f)}`:f;
  const fix=(lit)=>{ const s=lit.text; let out=null;
    if(s.startsWith('.')){ const target=path.posix.join(path.posix.dirname(place),s.split('?')[0]); const q=s.slice(s.split('?')[0].length); const cand=[target,target+'.ts'].find(t=>before.includes(t)); if(!cand) return;
      const suffix=cand===target?'':'.ts';
      let rel=path.posix.relative(path.posix.dirname(f.endsWith('.tmpl')?place:newOf(f)),newOf(cand)); if(!rel.startsWith('.')) rel='./'+rel; if(suffix) rel=rel.slice(0,-3); out=rel+q; }
    else if(s.startsWith('@ess-widgets/core/internal/')){ const t='packages/core/src/'+s.slice('@ess-widgets/core/internal/'.length)+'.ts'; if(map.has(t)) out='@ess-widgets/core/internal/'+map.get(t).slice('packages/core/src/'.length,-3); }
    if(out!==null&&out!==s) edits.push([lit.getStart()+1,lit.getEnd()-1,out]); };
  const visit=(n)=>{
    if((ts.isImportDeclaration(n)||ts.isExportDeclaration(n))&&n.moduleSpecifier) fix(n.moduleSpecifier);
    else if(ts.isCallExpression(n)&&n.expression.kind===ts.SyntaxKind.ImportKeyword&&n.arguments[0]&&ts.isStringLiteralLike(n.arguments[0])) fix(n.arguments[0]);
    else if(ts.isImportTypeNode(n)&&ts.isLiteralTypeNode(n.argument)) fix(n.argument.literal);
    else if(ts.isNewExpression(n)&&n.expression.getText()==='URL'&&n.arguments?.[0]&&ts.isStringLiteralLike(n.arguments[0])&&n.arguments[0].text.startsWith('.')) fix(n.arguments[0]);
    ts.forEachChild(n,visit); };
  if(!f.endsWith('.mdx')) visit(sf);
  for(const [a,b,t] of edits.sort((x,y)=>y[0]-x[0])) text=text.slice(0,a)+t+text.slice(b);
  if(text!==orig) texts.set(f,text);
}
for(const [f,t] of texts) fs.writeFileSync(path.join(ROOT,f),t);
for(const [a,b] of map){ if(a===b) continue; fs.mkdirSync(path.dirname(path.join(ROOT,b)),{recursive:true}); execSync(`git mv '${a}' '${b}'`,{cwd:ROOT}); }
console.log(map.size,'moved',texts.size,'rewritten');
// what still names old paths as text
const olds=rules.map(([a])=>a);
for(const f of all()){ if(/\.(png|json|jsonl|lock)$/.test(f)) continue; const t=fs.readFileSync(path.join(ROOT,f),'utf8'); for(const [a] of rules){ const short=a.replace(/^packages\//,''); const tail=a.split('/src/')[1]; if(t.includes(short)&&!f.startsWith('packages/core/src/')) console.log('text',f,a); } }
