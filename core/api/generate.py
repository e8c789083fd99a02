#!/usr/bin/env python3
"""Writes the C++ of the service model: structs, enums, descriptions, lists of operations.

    generate.py MODEL_DIR OUTPUT_DIR

MODEL_DIR holds the model as JSON (README.md there says how it is written). A file of OUTPUT_DIR is
touched only when its text changes, so that a change of one operation rebuilds only what includes it.
"""

import json
import re
import sys
from pathlib import Path

SERVICES = ["dynamodb", "streams", "control"]

PRIMITIVES = {
    "string": ("std::string", "String"),
    "integer": ("std::int32_t", "Integer"),
    "long": ("std::int64_t", "Long"),
    "double": ("double", "Double"),
    "boolean": ("bool", "Boolean"),
    "timestamp": ("double", "Timestamp"),
    "value": ("document::Value", "Value"),
    "item": ("document::Item", "Item"),
}

KEYWORDS = {"delete", "default", "union", "register", "operator", "new", "class", "export", "import"}

BANNER = "// Generated from the service model by core/api/generate.py.\n"


def words(name):
    return re.findall(r"S3|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+", name)


def field_name(name):
    """SSESpecification -> sseSpecification, eventID -> eventId."""
    first, *rest = words(name)
    text = first.lower() + "".join(word[0].upper() + word[1:].lower() for word in rest)
    return text + "_" if text in KEYWORDS else text


def enumerator_name(value):
    """PAY_PER_REQUEST -> PayPerRequest; ConditionalCheckFailed stays."""
    if re.fullmatch(r"[A-Z0-9_]+", value):
        return "".join(word.capitalize() for word in value.split("_"))
    return value


def method_name(operation):
    return operation[0].lower() + operation[1:]


def file_name(operation):
    return "_".join(word.lower() for word in words(operation))


def quoted(text):
    return json.dumps(text, ensure_ascii=True)


class Model:
    def __init__(self, folder):
        shapes = json.loads((folder / "shapes.json").read_text(encoding="utf-8"))
        self.structures = shapes["structures"]
        self.enums = shapes["enums"]
        self.services = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in SERVICES}
        self.check()

    def operations(self):
        for service in SERVICES:
            yield from self.services[service]["operations"].items()

    def check(self):
        def check_type(where, node):
            kind = node["type"]
            if kind in ("list", "map"):
                check_type(where, node["of"])
            elif kind not in PRIMITIVES and kind not in self.structures and kind not in self.enums:
                raise SystemExit(f"{where}: unknown type {kind}")

        for name, members in self.structures.items():
            for member in members:
                check_type(f"{name}.{member['name']}", member)
        for name, operation in self.operations():
            for member in operation["request"] + operation["response"]:
                check_type(f"{name}.{member['name']}", member)

    def structures_in_order(self):
        """Every structure after those it holds."""
        done = []

        def held(node):
            kind = node["type"]
            if kind in ("list", "map"):
                return held(node["of"])
            return kind if kind in self.structures else None

        def visit(name):
            if name in done:
                return
            for member in self.structures[name]:
                inner = held(member)
                if inner:
                    visit(inner)
            done.append(name)

        for name in self.structures:
            visit(name)
        return done


def cpp_type(node, is_reply):
    kind = node["type"]
    if kind == "list":
        if is_reply and node["of"]["type"] == "item":
            return "document::ItemList"
        return f"std::vector<{cpp_type(node['of'], is_reply)}>"
    if kind == "map":
        return f"Map<{cpp_type(node['of'], is_reply)}>"
    return PRIMITIVES[kind][0] if kind in PRIMITIVES else kind


def struct_text(name, members, is_reply):
    lines = [f"struct {name} {{"]
    for member in members:
        inner = cpp_type(member, is_reply)
        if member.get("required"):
            lines.append(f"    {inner} {field_name(member['name'])}{{}};")
        else:
            lines.append(f"    std::optional<{inner}> {field_name(member['name'])}{{}};")
    lines.append("};")
    return "\n".join(lines)


class Tables:
    """Descriptions of types and members as constants; equal types share one."""

    def __init__(self, model):
        self.model = model
        self.types = {}
        self.lines = []

    def type_of(self, node, is_reply):
        keys = ("type", "min", "max", "pattern", "format", "keys", "of", "unnamedValue", "whenEmpty")
        bare = {key: node[key] for key in keys if key in node}
        identity = json.dumps([bare, cpp_type(node, is_reply)], sort_keys=True)
        if identity in self.types:
            return self.types[identity]
        fields = self.fields_of(bare, is_reply)
        name = f"kType{len(self.types)}"
        self.types[identity] = name
        self.lines.append(f"constexpr Type {name}{{{', '.join(fields)}}};")
        return name

    def fields_of(self, node, is_reply):
        kind = node["type"]
        cpp = cpp_type(node, is_reply)
        fields = []
        if kind == "list" and cpp == "document::ItemList":
            fields.append(".kind = Kind::ItemList")
        elif kind in ("list", "map"):
            fields.append(f".kind = Kind::{kind.capitalize()}")
        elif kind in PRIMITIVES:
            fields.append(f".kind = Kind::{PRIMITIVES[kind][1]}")
        elif kind in self.model.structures:
            fields.append(".kind = Kind::Structure")
        else:
            fields.append(".kind = Kind::Enum")
        if "min" in node:
            fields.append(f".min = {node['min']}")
        if "max" in node:
            fields.append(f".max = {node['max']}")
        if "pattern" in node:
            fields.append(f".pattern = &patterns::{node['pattern']}")
        if node.get("format") == "table":
            fields.append(".isTableName = true")
        if kind in self.model.structures:
            fields.append(f".structure = &k{kind}")
        if kind in self.model.enums:
            fields.append(f".enumeration = &k{kind}Values")
        if kind in ("list", "map") and cpp != "document::ItemList":
            fields.append(f".element = &{self.type_of(node['of'], is_reply)}")
            access = "listAccess" if kind == "list" else "mapAccess"
            fields.append(f".{kind} = &{access}<{cpp_type(node['of'], is_reply)}>")
        if "keys" in node:
            fields.append(f".key = &{self.type_of({'type': 'string', **node['keys']}, is_reply)}")
        for bound in node.get("unnamedValue", []):
            fields.append(f".hidesValueOf{bound.capitalize()} = true")
        if "whenEmpty" in node:
            fields.append(f".whenEmpty = {quoted(node['whenEmpty'])}")
        return fields

    def shape(self, cpp, wire, members, is_reply, is_control_plane=False):
        """The description of one struct."""
        self.lines.append("")
        if members:
            rows = []
            for member in members:
                inner = self.type_of(member, is_reply)
                required = "true" if member.get("required") else "false"
                rows.append(
                    f"    {{{quoted(member['name'])}, &{inner}, {required}, "
                    f"&write<&{cpp}::{field_name(member['name'])}>, &read<&{cpp}::{field_name(member['name'])}>}},"
                )
            self.lines.append(f"constexpr Member k{cpp}Members[] = {{")
            self.lines += rows
            self.lines.append("};")
            span = f"k{cpp}Members"
        else:
            span = "{}"
        flag = "true" if is_control_plane else "false"
        self.lines.append(f"constinit const Structure k{cpp}{{{quoted(wire)}, {span}, {flag}}};")


def enums_header(model):
    out = [BANNER + "// The enums of the service, enumerators in the order the service prints them.", "#pragma once", ""]
    out += ["#include <cstdint>", "#include <string_view>", "", "namespace stator::api {"]
    for name, enum in model.enums.items():
        values = ", ".join(enumerator_name(value) for value in enum["values"])
        out += ["", f"enum class {name} : std::uint8_t {{ {values} }};", f"std::string_view wireName({name} value);"]
    out += ["", "} // namespace stator::api", ""]
    return "\n".join(out)


def shapes_header(model):
    out = [BANNER + "// The structures operations share.", "#pragma once", ""]
    out += ["#include <cstdint>", "#include <optional>", "#include <string>", "#include <vector>", ""]
    out += ['#include "api/enums.h"', '#include "api/map.h"', '#include "document/item.h"', "", "namespace stator::api {"]
    for name in model.structures_in_order():
        out += ["", struct_text(name, model.structures[name], False)]
    out += ["", "} // namespace stator::api", ""]
    return "\n".join(out)


def operation_header(name, operation):
    out = [BANNER + "#pragma once", "", '#include "api/shapes.h"', "", "namespace stator::api {", ""]
    out += ["struct Structure;", ""]
    for part in ("request", "response"):
        cpp = name + part.capitalize()
        out += [struct_text(cpp, operation[part], part == "response"), f"const Structure &describe(const {cpp} *);", ""]
    out += ["} // namespace stator::api", ""]
    return "\n".join(out)


def operation_list(model):
    out = [BANNER + "// Every operation by name, and its request and response as names only.", "#pragma once", ""]
    out += ["namespace stator::api {", ""]
    for name, _ in model.operations():
        out += [f"struct {name}Request;", f"struct {name}Response;"]
    out += ["", "} // namespace stator::api", "", "// X(PutItem, putItem) for each operation of a service."]
    macros = []
    for service in SERVICES:
        macro = f"STATOR_FOR_EACH_{service.upper()}_OPERATION"
        macros.append(macro)
        rows = [f"    X({name}, {method_name(name)})" for name in model.services[service]["operations"]]
        out += [f"#define {macro}(X) \\", " \\\n".join(rows), ""]
    out += ["#define STATOR_FOR_EACH_OPERATION(X) \\", " \\\n".join(f"    {macro}(X)" for macro in macros), ""]
    out += ["namespace stator::api {", ""]
    for service in SERVICES:
        prefix = model.services[service]["targetPrefix"]
        out.append(f"inline constexpr char k{service.capitalize()}TargetPrefix[] = {quoted(prefix)};")
    out += ["", "} // namespace stator::api", ""]
    return "\n".join(out)


def all_operations(model):
    out = [BANNER + "#pragma once", "", '#include "api/operation_list.h"']
    out += [f'#include "api/{file_name(name)}.h"' for name, _ in model.operations()]
    return "\n".join(out) + "\n"


def tables_header(model):
    out = [BANNER + "#pragma once", "", '#include "api/structure.h"', "", "namespace stator::api {", ""]
    out += [f"extern const Structure k{name};" for name in model.structures]
    out += [f"extern const Enumeration k{name}Values;" for name in model.enums]
    out += ["", "} // namespace stator::api", ""]
    return "\n".join(out)


def source(includes, body):
    out = [BANNER] + [f'#include "{name}"' for name in includes]
    return "\n".join(out + ["", "namespace stator::api {", ""] + body + ["", "} // namespace stator::api", ""])


def enums_source(model):
    body = []
    for name, enum in model.enums.items():
        values = ", ".join(quoted(value) for value in enum["values"])
        body.append(f"static constexpr std::string_view k{name}Names[] = {{{values}}};")
        body.append(f"constinit const Enumeration k{name}Values{{k{name}Names, {quoted(enum.get('refusal', ''))}}};")
        body += [f"std::string_view wireName({name} value)", "{", f"    return k{name}Names[static_cast<std::size_t>(value)];", "}"]
    return source(["api/enums.h", "api/tables.h"], body)


def shapes_source(model):
    tables = Tables(model)
    for name in model.structures_in_order():
        tables.shape(name, name, model.structures[name], False)
    return source(["api/shapes.h", "api/tables.h", "api/access.h", "api/pattern.h"], tables.lines)


def operations_source(model, service):
    tables = Tables(model)
    includes = []
    for name, operation in model.services[service]["operations"].items():
        includes.append(f"api/{file_name(name)}.h")
        control = operation.get("isControlPlane", False)
        tables.shape(name + "Request", name + "Input", operation["request"], False, control)
        tables.shape(name + "Response", name + "Output", operation["response"], True)
        for cpp in (name + "Request", name + "Response"):
            tables.lines += [f"const Structure &describe(const {cpp} *)", "{", f"    return k{cpp};", "}"]
    return source(includes + ["api/tables.h", "api/access.h", "api/pattern.h"], tables.lines)


def write_if_changed(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.write_text(text, encoding="utf-8")


def main():
    model = Model(Path(sys.argv[1]))
    out = Path(sys.argv[2]) / "api"
    write_if_changed(out / "enums.h", enums_header(model))
    write_if_changed(out / "shapes.h", shapes_header(model))
    write_if_changed(out / "operation_list.h", operation_list(model))
    write_if_changed(out / "all_operations.h", all_operations(model))
    write_if_changed(out / "tables.h", tables_header(model))
    for name, operation in model.operations():
        write_if_changed(out / f"{file_name(name)}.h", operation_header(name, operation))
    write_if_changed(out / "enums.cpp", enums_source(model))
    write_if_changed(out / "shapes.cpp", shapes_source(model))
    for service in SERVICES:
        write_if_changed(out / f"{service}_operations.cpp", operations_source(model, service))
    (out / "generated.stamp").touch()


if __name__ == "__main__":
    main()
