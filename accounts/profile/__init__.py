"""What a person says of themselves: name, province, phone, language, notices, organisations."""
