# Makes cases.json: constructs of chat templates, rendered by jinja2 3.1.6, set up as transformers does. Run it in this folder.
import json, jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.ext import Extension
class Gen(Extension):
    tags={"generation"}
    def parse(self, parser):
        lineno=next(parser.stream).lineno
        body=parser.parse_statements(["name:endgeneration"],drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_g"),[],[],body).set_lineno(lineno)
    def _g(self, caller): return caller()
def raise_exception(m): raise jinja2.exceptions.TemplateError(m)
def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)
env=ImmutableSandboxedEnvironment(trim_blocks=True,lstrip_blocks=True,extensions=[Gen,"jinja2.ext.loopcontrols"])
env.filters["tojson"]=tojson; env.globals["raise_exception"]=raise_exception
env.globals["strftime_now"]=lambda f: "26 Jul 2024"
U={"role":"user","content":"Hi  "}; A={"role":"assistant","content":" Hello & <b>\"you\"</b> 'x'"}; S={"role":"system","content":"Be brief."}
P={"role":"user","content":[{"type":"image"},{"type":"text","text":"What is this?"}]}
T=[]
def t(name,tpl,msgs,gen=True,**kw): T.append((name,tpl,msgs,gen,kw))
t("loop first/last/index", "{%- for m in messages %}{%- if loop.first %}F{% endif %}{{ loop.index }}{{ loop.index0 }}{% if loop.last %}L{% endif %}{{ m.role }};{%- endfor %}",[S,U,A])
t("string test","{% for m in messages %}{% if m['content'] is string %}{{ m['content'] }}{% else %}{% for p in m['content'] %}{% if p['type'] == 'image' %}<image>{% elif p['type'] == 'text' %}{{ p['text'] }}{% endif %}{% endfor %}{% endif %}\n{% endfor %}",[S,P,A])
t("slice","{% if messages[0]['role'] == 'system' %}{% set system_message = messages[0]['content'] %}{% set loop_messages = messages[1:] %}{% else %}{% set loop_messages = messages %}{% endif %}{{ loop_messages | length }}{% for m in loop_messages %}[{{ m.content | trim }}]{% endfor %}{{ system_message }}",[S,U,A])
t("negative index","{{ messages[-1]['role'] }}{{ messages[-1].content[:3] }}{{ messages[::-1][0].role }}",[S,U,A])
t("not defined","{% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{{ add_generation_prompt }}{% if tools is not defined %}no tools{% endif %}{% if date_string is defined %}x{% endif %}",[U])
t("none tests","{% set x = none %}{% if x is none %}N{% endif %}{% if x is not none %}M{% endif %}{% if not x %}F{% endif %}{{ x }}",[U])
t("namespace","{% set ns = namespace(found=false, n=0) %}{% for m in messages %}{% if m.role == 'user' %}{% set ns.found = true %}{% set ns.n = ns.n + 1 %}{% endif %}{% endfor %}{{ ns.found }} {{ ns.n }}",[S,U,A,U])
t("loop scope","{% set x = 'a' %}{% for m in messages %}{% set x = 'b' %}{% endfor %}{{ x }}",[S,U])
t("macro","{% macro head(role, end='|') -%}\n<{{ role }}{{ end }}>\n{%- endmacro %}{% for m in messages %}{{ head(m.role) }}{{ head(m.role, end='!') }}{% endfor %}",[S,U])
t("string methods","{{ ' a b '.strip() }}|{{ 'xxabxx'.strip('x') }}|{{ 'a,b,c'.split(',')[-1] }}|{{ 'abc'.startswith('ab') }}|{{ 'abc'.endswith('x') }}|{{ 'AbC'.lower() }}|{{ 'abc'.upper() }}|{{ 'abc'.replace('b','-') }}|{{ ' x'.lstrip() }}|{{ 'x\n'.rstrip('\n') }}|{{ 'hello world'.title() }}|{{ 'abc'.capitalize() }}|{{ 'a b'.split() | length }}|{{ 'a</think>b'.split('</think>')[0].rstrip('\n').split('<think>')[-1].lstrip('\n') }}",[U])
t("concat","{{ 'a' + 'b' ~ 1 ~ 'c' }}{{ '<|' + messages[0]['role'] + '|>\n' + messages[0].content | trim + '<|end|>' }}",[U])
t("in","{{ 'a' in 'cat' }}{{ 'role' in messages[0] }}{{ 'x' not in ['y'] }}{% if messages[0].role in ['user','tool'] %}Y{% endif %}{% if 'tool_calls' in messages[0] %}T{% endif %}",[U])
t("ternary","{{ 'a' if add_generation_prompt else 'b' }}{{ messages[0].missing if messages[0].missing is defined else 'none' }}{{ 'z' if false }}",[U])
t("arithmetic","{{ 7 // 2 }} {{ 7 % 2 }} {{ (messages | length - 1) }} {{ 2 ** 3 }} {{ 1 + 2 * 3 }} {{ 3 > 2 and not false }} {{ (loop_x or 0) + 1 }}{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}odd{% endif %}{% endfor %}",[U,A,U])
t("tojson","{{ messages[0] | tojson }}{{ messages[1]['content'] | tojson }}{{ {'a': [1, 2.5, true, none], 'ü': 'é</x>'} | tojson }}",[P,A])
t("tojson indent","{{ {'a': {'b': [1, 2], 'c': []}, 'd': 'x'} | tojson(indent=4) }}",[U])
t("trim blocks","\n  {% if true %}\n  yes\n  {% endif %}\nend\n",[U])
t("trim blocks comment","a\n  {# note #}\nb {# c #}\nd\n\n",[U])
t("minus","a  \n{%- if true -%}\n  b  \n{%- endif -%}\n  c {{- ' d ' -}}  \n e",[U])
t("inline blocks","x {% if true %}y{% endif %} z\n\t{% for m in messages %}\n{{ m.role }}\n\t{% endfor %}\nend",[U,A])
t("filters","{{ [1,2,3] | join(', ') }} {{ 'a' | upper }} {{ ['b','a'] | sort | join }} {{ messages | map(attribute='role') | join('/') }} {{ messages | selectattr('role','equalto','user') | list | length }} {{ messages | rejectattr('role','equalto','user') | map(attribute='role') | first }} {{ none | default('d', true) }} {{ missing | default('m') }} {{ [1,2] | last }} {{ 'x' | length }} {{ '5' | int + 1 }} {{ 'abc' | replace('a','z') }} {{ ' q ' | trim }} {{ 3.0 | string }} {{ 'ab' | list | join('-') }} {{ {'k':1} | items | list | length }}",[S,U,A])
t("escape none","{{ messages[0].content }}{{ '<s>' }}&",[A])
t("dict","{{ messages[0].get('role') }}{{ messages[0].get('x', 'dflt') }}{% for k, v in messages[0].items() %}{{ k }}={{ v }};{% endfor %}{{ messages[0].keys() | list | join(',') }}",[U])
t("dict literal","{% set roles = {'user': 'USER', 'assistant': 'BOT'} %}{% for m in messages %}{{ roles[m.role] }} {% endfor %}",[U,A])
t("set block","{% set greeting %}\nhi {{ messages[0].role }}\n{% endset %}[{{ greeting }}]",[U])
t("generation","{% for m in messages %}{% if m.role == 'assistant' %}{% generation %}{{ m.content }}{% endgeneration %}{% else %}{{ m.content }}{% endif %}{% endfor %}",[U,A])
t("break continue","{% for m in messages %}{% if m.role == 'system' %}{% continue %}{% endif %}{{ m.role }}{% if m.role == 'assistant' %}{% break %}{% endif %}{% endfor %}",[S,U,A,U])
t("for else if","{% for m in messages if m.role == 'tool' %}{{ m }}{% else %}none{% endfor %}{% for m in messages if m.role == 'user' %}{{ loop.index }}{{ m.content }}{% endfor %}",[S,U])
t("range","{% for i in range(3) %}{{ i }}{% endfor %}{% for i in range(1, 6, 2) %}{{ i }}{% endfor %}",[U])
t("date","{{ strftime_now('%d %b %Y') }}",[U])
t("previtem","{% for m in messages %}{{ loop.previtem.role if loop.previtem is defined else '-' }}{{ loop.nextitem.role if loop.nextitem is defined else '-' }}{{ loop.revindex }}{{ loop.length }} {% endfor %}",[S,U,A])
t("tests","{{ 1 is number }}{{ 'a' is string }}{{ [] is iterable }}{{ {} is mapping }}{{ [] is sequence }}{{ true is boolean }}{{ 2 is even }}{{ 3 is odd }}{{ 1 is eq 1 }}{{ true is true }}{{ 1.5 is float }}{{ 1 is integer }}",[U])
t("truth","{% if '' %}a{% endif %}{% if [] %}b{% endif %}{% if {} %}c{% endif %}{% if 0 %}d{% endif %}{% if 'x' and [1] %}e{% endif %}{{ '' or 'alt' }}{{ true and 'v' }}",[U])
t("nested for over parts","{%- for message in messages -%}{{ '<|im_start|>' + message['role'] + '\n' }}{%- if message['content'] is not string -%}{%- for content in message['content'] -%}{%- if content['type'] == 'image' or 'image' in content or 'image_url' in content -%}{{ '<|vision_start|><|image_pad|><|vision_end|>' }}{%- elif 'text' in content -%}{{ content['text'] }}{%- endif -%}{%- endfor -%}{%- else -%}{{ message['content'] }}{%- endif -%}{{ '<|im_end|>\n' }}{%- endfor -%}{%- if add_generation_prompt -%}{{ '<|im_start|>assistant\n' }}{%- endif -%}",[S,P,A])
t("llama3.1 like","""{{- bos_token }}
{%- if custom_tools is defined %}
    {%- set tools = custom_tools %}
{%- endif %}
{%- if not tools_in_user_message is defined %}
    {%- set tools_in_user_message = true %}
{%- endif %}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}
        {%- set date_string = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set date_string = "26 Jul 2024" %}
    {%- endif %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}

{#- The system message, so that it can be slotted in. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{%- if tools is not none %}
    {{- "Environment: ipython\\n" }}
{%- endif %}
{{- "Today Date: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {%- if not message.tool_calls|length == 1 %}
            {{- raise_exception("This model only supports single tool-calls at once!") }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
""",[S,U,A])
t("alternation","{{ bos_token }}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}{% if message['role'] == 'user' %}{{ '[INST] ' + message['content'] + ' [/INST]' }}{% elif message['role'] == 'assistant' %}{{ message['content'] + eos_token}}{% else %}{{ raise_exception('Only user and assistant roles are supported!') }}{% endif %}{% endfor %}",[U,A,U])
t("gemma like","{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{'<start_of_turn>model\n'}}{% endif %}",[U,A])
t("llava hf","{% for message in messages %}{% if message['role'] != 'system' %}{{ message['role'].upper() + ': '}}{% endif %}{# Render all images first #}{% for content in message['content'] | selectattr('type', 'equalto', 'image') %}{{ '<image>\n' }}{% endfor %}{# Render all text next #}{% if message['role'] != 'assistant' %}{% for content in message['content'] | selectattr('type', 'equalto', 'text') %}{{ content['text'] + ' '}}{% endfor %}{% else %}{% for content in message['content'] | selectattr('type', 'equalto', 'text') %}{% generation %}{{ content['text'] + ' '}}{% endgeneration %}{% endfor %}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif %}",[P,{"role":"assistant","content":[{"type":"text","text":"A cat."}]}])
t("qwen3 like","""{%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
        {%- set ns.multi_step_tool = false %}
        {%- set ns.last_query_index = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- if message.content is string %}
        {%- set content = message.content %}
    {%- else %}
        {%- set content = '' %}
    {%- endif %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {%- set reasoning_content = '' %}
        {%- if message.reasoning_content is string %}
            {%- set reasoning_content = message.reasoning_content %}
        {%- else %}
            {%- if '</think>' in content %}
                {%- set reasoning_content = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
                {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
            {%- endif %}
        {%- endif %}
        {%- if loop.index0 > ns.last_query_index %}
            {{- '<|im_start|>' + message.role + '\\n<think>\\n' + reasoning_content.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {{- '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}""",[U,{"role":"assistant","content":"<think>\nhm\n</think>\n\nYes"},U])
out=[]
for name,tpl,msgs,gen,kw in T:
    v=dict(messages=msgs,add_generation_prompt=gen,bos_token="<s>",eos_token="</s>",**kw)
    try: text=env.from_string(tpl).render(**v); err=None
    except Exception as e: text=None; err=str(e)
    out.append(dict(name=name,template=tpl,messages=msgs,add_generation_prompt=gen,**({"text":text} if err is None else {"error":err})))
json.dump(out, open("cases.json", "w"), ensure_ascii=False, indent=1)
